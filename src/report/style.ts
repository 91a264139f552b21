import { PICTURE_STYLE } from './pictureStyle.ts';

/**
 * The report's only style sheet. Colours are named once for light and once for dark; blue and vermilion (Okabe–Ito)
 * mark the first and the second stream of a claim, whoever they are. Text keeps 4.5:1, marks 3:1 on both grounds.
 */
const COLOURS = `
:root{color-scheme:light dark;--paper:#fff;--panel:#f5f7f9;--ink:#18212b;--dim:#53606d;--line:#d3dae1;--rule:#7d8995;
--link:#0a5791;--first:#0072b2;--second:#d55e00;--claimed:rgb(0 114 178/.11);--placebo:rgb(90 102 114/.26);
--interval:rgb(0 114 178/.24);--hatch:#98a3ae;--yes-ink:#0b3f66;--yes:#e3eff8;--no-ink:#7a3300;--no:#fdeee2;--maybe:#f3f0fa;--maybe-ink:#47306f}
@media (prefers-color-scheme:dark){:root{--paper:#11161c;--panel:#192028;--ink:#e4e9ee;--dim:#a5b1bd;--line:#313b46;
--rule:#75818d;--link:#7fc0f0;--first:#1b86c6;--second:#e8782a;--claimed:rgb(60 150 210/.17);--placebo:rgb(170 182 194/.25);
--interval:rgb(60 150 210/.3);--hatch:#66727e;--yes-ink:#a9d6f5;--yes:#12314a;--no-ink:#ffc49a;--no:#45240d;--maybe:#2a2340;--maybe-ink:#d2c2f5}}
@media print{:root{color-scheme:light;--paper:#fff;--panel:#f5f7f9;--ink:#000;--dim:#444;--line:#c4ccd4;--rule:#777;
--link:#0a3f6b;--first:#0072b2;--second:#d55e00;--claimed:rgb(0 114 178/.11);--placebo:rgb(90 102 114/.26);
--interval:rgb(0 114 178/.24);--hatch:#98a3ae;--yes-ink:#0b3f66;--yes:#e3eff8;--no-ink:#7a3300;--no:#fdeee2;--maybe:#f3f0fa;--maybe-ink:#47306f}}`;

const TEXT = `
*{box-sizing:border-box}
html{scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:76rem;padding:1.5rem clamp(.9rem,3vw,2.2rem) 4rem;background:var(--paper);color:var(--ink);
font:400 1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif}
h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.15rem);line-height:1.2;margin:.1rem 0 1rem;letter-spacing:-.012em;text-wrap:balance}
h2{font-size:1.4rem;line-height:1.25;margin:3rem 0 .7rem;letter-spacing:-.008em}
h3{font-size:1.15rem;line-height:1.3;margin:1.6rem 0 .4rem}
h4{font-size:1rem;line-height:1.35;margin:1.5rem 0 .2rem}figure h4{margin-top:0}
p{margin:.35rem 0 .7rem;max-width:48rem}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:.06em}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:2px}
h2:focus{outline:none}
code,.text{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:.86em}
td,th,dd,li,p,code{overflow-wrap:anywhere}
bdi,q{unicode-bidi:isolate}
.dim,.note,.said-by,.source,.legend,.kind,figure .says{color:var(--dim)}
.note{display:block;font-size:.8rem;line-height:1.35;margin-top:.15rem}
.note b{color:var(--ink);font-weight:600}
.hash{color:var(--dim)}
.no-break{white-space:nowrap}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.definitions{position:absolute}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.4rem .8rem;z-index:2}
.kind{margin:0;font-size:.85rem;letter-spacing:.04em}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(15rem,1fr));gap:.8rem 2rem;margin:0;padding:.9rem 0;
border:solid var(--line);border-width:1px 0;font-size:.9rem}
.facts dt{color:var(--dim);font-size:.8rem}.facts dd{margin:0}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none;margin:.8rem 0 0;padding:0;font-size:.9rem}
nav a{display:inline-block;padding:.2rem 0}
.index ul{display:block;columns:9rem;column-gap:1.4rem;margin:.3rem 0}.index li{break-inside:avoid;margin:0}.index .shape{margin-left:.2rem;color:var(--dim)}
details{margin:.5rem 0 .8rem}
summary{cursor:pointer;color:var(--link);font-size:.88rem;padding:.2rem 0;width:fit-content}
ul{padding-left:1.2rem}li{margin:.15rem 0}
.judged{font-size:.84rem}
.after{border-left:3px solid var(--rule);padding-left:.8rem}
.back{font-size:.85rem;margin-top:1rem}
.name{font-weight:650;color:var(--ink);text-decoration-color:var(--rule)}
.sentence{display:block;margin:.15rem 0;white-space:pre-wrap;line-height:1.4}
.said-by{display:block;font-size:.82rem;line-height:1.4;margin:.2rem 0;font-weight:400}
.said-by q{color:var(--ink);font-style:italic}
.part{font-size:.8rem;color:var(--dim);font-weight:600}`;

const FINDINGS = `
.counts{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.4rem,1fr));gap:.6rem;list-style:none;padding:0;margin:.6rem 0 1rem}
.counts li{margin:0;border:1px solid var(--line);border-top:4px solid var(--rule);padding:.45rem .7rem .5rem;background:var(--panel)}
.counts b{display:block;font-size:1.7rem;line-height:1.15;font-variant-numeric:tabular-nums}
.counts span{font-size:.85rem;white-space:nowrap}
.counts .supported{border-top-color:var(--first)}.counts .contradicted{border-top-color:var(--second)}
.counts .none b,.counts .none span{color:var(--dim);font-weight:400}
.badge{display:inline-flex;align-items:center;gap:.35em;border:1.5px solid var(--rule);border-radius:4px;padding:.05rem .5rem;
font-size:.84rem;font-weight:600;line-height:1.5;white-space:nowrap;background:var(--paper);color:var(--ink);vertical-align:middle}
.badge.supported{border-color:var(--first);background:var(--yes);color:var(--yes-ink)}
.badge.contradicted{border-color:var(--second);background:var(--no);color:var(--no-ink)}
.badge.not-separable{border:3px double var(--maybe-ink);background:var(--maybe);color:var(--maybe-ink)}
.badge.disputed{border-color:var(--maybe-ink);color:var(--maybe-ink);border-width:1.5px 4px}
.badge.too-few-events{border-style:dashed}
.badge.not-testable,.badge.not-judged-yet{border-style:dotted;font-weight:500}
.shape{width:.95em;height:.95em;fill:none;stroke:currentColor;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round;flex:none;display:inline-block;vertical-align:-.1em}
.guard{white-space:nowrap}.guard.failed{font-weight:700}.guard.not-run{color:var(--dim)}`;

/** `c4` on a table: its fourth column holds numbers. */
const NUMBER_COLUMNS = Array.from(
  { length: 12 },
  (_, column) => `.c${column + 1} :is(td,th):nth-child(${column + 1})`,
).join();

const TABLES = `
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--dim);font-size:.84rem;padding:0 0 .5rem}
th,td{text-align:left;vertical-align:top;padding:.4rem .9rem .4rem 0;font-weight:400}
thead th{font-weight:600;font-size:.82rem;border-bottom:1.5px solid var(--rule);vertical-align:bottom}
td.n,th.n,.n0 td,.n0 th,.n1 td+td,.n1 th+th,.n2 td+td+td,.n2 th+th+th,${NUMBER_COLUMNS}{text-align:right}
.data{font-size:.86rem;line-height:1.4;width:auto;min-width:min(100%,28rem)}
.data td,.data th{overflow-wrap:normal;padding-top:.25rem;padding-bottom:.25rem}
.data tbody tr{border-bottom:1px solid var(--line)}
.data td:last-child{min-width:9rem}
.n0 td:last-child,.n1 td:last-child,.n2 td:last-child,.data td.n:last-child{min-width:0}
.all td:first-child{white-space:nowrap}.all small{display:block;font-size:1em;color:var(--dim)}
.data code{font-size:1em}.dated td:first-child{white-space:nowrap}
.appendix .data{width:100%}.data .days{white-space:nowrap}
.scroller{overflow-x:auto;max-width:100%;margin:.4rem 0 .8rem;position:relative}
.tables{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2.5rem}
.tables .data{width:100%;min-width:0}
.verdicts{font-size:.92rem}.verdicts td,.verdicts thead th{overflow-wrap:break-word}
.verdicts tbody{border-top:1px solid var(--line)}
.verdicts tbody:first-of-type{border-top:0}
.verdicts th[scope=rowgroup]{width:29%;padding-right:1.6rem}
.verdicts tbody td,.verdicts tbody th{padding-top:.65rem;padding-bottom:.65rem}
.verdicts .verdict{min-width:9.5rem}
.verdicts .verdict .part{display:block;margin-bottom:.1rem}
.events span{display:block;white-space:nowrap}.interval-text{white-space:nowrap}
.shape-cell .miniature{width:130px;max-width:none}
.effect .miniature{width:170px;max-width:none}
.unjudged{list-style:none;padding:0;margin:.6rem 0}
.unjudged li{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2rem;border-top:1px solid var(--line);padding:.6rem 0;font-size:.92rem;margin:0}
.unjudged.alike{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,24rem),1fr));gap:0 2rem}.unjudged.alike li{display:block}
.unjudged p{margin:.1rem 0 .5rem}
.unjudged .name{font-weight:600}
.words>div{display:grid;grid-template-columns:10.5rem minmax(0,42rem);gap:.2rem 1rem;margin:.35rem 0}
.words dd{margin:0}
.names{columns:16rem;font-size:.88rem}
.text{list-style:none;margin:.8rem 0;padding:0;counter-reset:line;border:solid var(--line);border-width:1px 0;font-size:.84rem;line-height:1.5}
.text li{counter-increment:line;display:grid;grid-template-columns:3.2rem minmax(0,1fr) auto;gap:0 .8rem;margin:0;padding:0 .5rem 0 0}
.text li::before{content:counter(line);color:var(--dim);text-align:right}
.text code{white-space:pre-wrap;font-size:1em}
.text .of-claim{background:var(--panel)}
.text .starts{border-top:1px solid var(--line)}
.text .findings{text-decoration:none;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif;justify-self:end;display:flex;flex-wrap:wrap;gap:.1rem .6rem;justify-content:end;max-width:26rem}
.text .findings .badge{font-size:.75rem;padding:0 .4rem;line-height:1.4}
.text .findings .part{font-size:.72rem}
.text li:target,.unjudged li:target,tr:target{box-shadow:inset 4px 0 var(--link)}`;

const PLACES = `
@media screen and (max-width:60rem){
.verdicts,.verdicts tbody,.verdicts tr,.verdicts caption{display:block}
.verdicts thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.verdicts tbody{border:1px solid var(--line)!important;border-radius:4px;padding:.3rem .8rem .6rem;margin:0 0 .9rem}
.verdicts th[scope=rowgroup],.verdicts td{display:block;width:auto;padding:.3rem 0!important}
.verdicts tr+tr{border-top:1px dashed var(--line);margin-top:.4rem}
.verdicts td[data-label]{display:grid;grid-template-columns:6.5rem minmax(0,1fr);gap:0 .8rem}
.verdicts td[data-label]::before{content:attr(data-label);color:var(--dim);font-size:.84rem}
.verdicts td[data-label]>*{grid-column:2}
.events span{display:inline}
.verdicts .verdict .part{display:inline;margin-right:.3rem}
.words>div,.part-verdict,.unjudged li{grid-template-columns:minmax(0,1fr)}
.text li{grid-template-columns:2.2rem minmax(0,1fr)}.text .findings{grid-column:2;justify-self:start;justify-content:start;margin:.15rem 0 .3rem}}
@media screen and (max-width:34rem){svg.snug text,svg.snug .dim,svg.snug .dim text{font-size:15px}
.verdicts td[data-label]{grid-template-columns:4.4rem minmax(0,1fr)}
.broad{min-width:36rem}
figure{padding:.7rem .7rem .3rem}h2{margin-top:2.4rem}.counts{grid-template-columns:repeat(2,minmax(0,1fr))}}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){.badge,.counts li{border-color:CanvasText}}
@page{size:A4;margin:15mm 13mm}
@media print{
html{font-size:9.2pt}
body{padding:0;max-width:none}
h2{margin-top:1.6rem}.facts{grid-template-columns:repeat(4,1fr);gap:.6rem 1.2rem}
.counts{grid-template-columns:repeat(7,1fr);gap:.4rem}.counts li{padding:.3rem .4rem}.counts span{font-size:.72rem}
nav,.skip,.back,summary,details:not([open]){display:none}
h2,h3,h4{break-after:avoid}
figure,.part-verdict,.unjudged li,.counts li,.verdicts tbody,.data tr{break-inside:avoid}
thead{display:table-header-group}
.scroller{overflow:visible}
.verdicts{font-size:7.8pt}.verdicts .badge{font-size:7.2pt;padding:0 .35rem}.data{font-size:7.8pt}.text{font-size:7.4pt}
.verdicts .note,.verdicts .said-by,.verdicts .sentence{font-size:7pt}
.part-verdict{grid-template-columns:13.5rem minmax(0,1fr)}
.verdicts td,.verdicts th{padding-right:.5rem}
.verdicts .verdict{min-width:0}.verdicts td:last-child{min-width:5.2rem}
.diagnostics .miniature{width:110px}.shape-cell .miniature{width:78px}.effect .miniature{width:116px}
figure.whole{container-type:normal}.whole .picture{min-width:0}.whole>.scroller::after{content:none}
svg.wide text,svg.wide .dim,svg.wide .dim text{font-size:14px}
svg.snug{max-width:100%}
figure p{font-size:.8rem}
.figures{grid-template-columns:1fr 1fr}
.data,.data td:last-child{min-width:0;overflow-wrap:anywhere}
.appendix{break-before:page}.appendix .data{font-size:7pt}
.claim h3,.claim>.sentence,.claim>.said-by,.judged,caption,h2+p{break-after:avoid}
.claim>.scroller{break-inside:avoid}
a{text-decoration:none}
.said-by a[href^=http]::after,.appendix a[href^=http]::after{content:" <" attr(href) ">";font-size:.85em;overflow-wrap:anywhere}
.picture svg{max-height:215mm}}`;

/** The whole style sheet, without line ends. */
export const STYLE = [COLOURS, TEXT, FINDINGS, TABLES, PICTURE_STYLE, PLACES].join('').replace(/\n/g, '');
