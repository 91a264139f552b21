/**
 * The words of the language, which no act may be called without backquotes. Written out, so that colouring a line or
 * printing a sentence needs no parser; a test holds the list to the grammar.
 */
export const KEYWORDS: ReadonlySet<string> = new Set(
  'about act actor address after alliance also and answer answers anyone anywhere apart area as asserts assume assuming at before between by calm capability cases cause change citing claim closed code column compared counts covers dates day days deaths delay different direction distinct dmy duplicate duplicates during each either elsewhere exactly except exchanges expected expects extra fall falls fault fewer first for from graded half highest holding holds in intent is killing km last least lowest map mdy means measure missing more most near no none of on once only open or other outside over pack per percent period place possible published quote record recorded reliability rise rises rivals route said same since smallest source starts steadily stronger table tacit than that the theatre then through to told totals toward truce unchanged untestable until up use way weaker week weeks whatif when while with within without wounding ymd'.split(
    ' ',
  ),
);
