/** How marks of pictures look. Shape, dash and place tell as much as colour, so that grey print and any eye can read them. */
export const PICTURE_STYLE = `
figure{margin:1rem 0;padding:.9rem 1rem .5rem;border:1px solid var(--line);border-radius:4px;min-width:0}
figure p{font-size:.84rem;margin:.15rem 0 .45rem;line-height:1.4}
figure .source{font-size:.78rem}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:0 1.2rem;align-items:start}
.figures .whole{grid-column:1/-1}
svg{display:block}
svg.snug{width:100%;max-width:34rem;height:auto}
svg.wide{width:100%;height:auto}
figure.whole{container-type:inline-size}.whole .picture{min-width:36rem}
@container (max-width:47rem){svg.wide text,svg.wide .dim,svg.wide .dim text{font-size:15px}}
@container (max-width:35.9rem){.whole>.scroller::after{content:"The picture goes on to the right →";position:sticky;left:0;display:block;font-size:.78rem;color:var(--dim)}}
svg.miniature{max-width:100%;height:auto;overflow:visible}
svg text{fill:var(--ink);font-size:12px}
svg .dim,svg .dim text{fill:var(--dim);font-size:11.5px}
.miniature .dim text{font-size:10.5px}
.ground{fill:var(--panel)}
.tint{stroke:none}.tint.claimed{fill:var(--claimed)}.tint.period{fill:var(--placebo);opacity:.35}.tint.compared,.tint.expected{fill:none}
.tint.missing{opacity:.9}
.hatch{stroke:var(--hatch);stroke-width:2}
.lane{fill:none;stroke:var(--rule);stroke-width:3}.lane.claimed{stroke:var(--first);stroke-width:4}
.lane.compared{stroke-dasharray:9 5}.lane.expected{stroke:var(--second);stroke-dasharray:1.5 4}
.lane.mark{stroke-width:1;stroke-dasharray:4 3}
.axis{fill:none;stroke:var(--rule)}.hair{fill:none;stroke:var(--line);stroke-width:.8}
.rule{fill:none;stroke:var(--rule);stroke-dasharray:2 2}
.dots{fill:none;stroke:var(--first);stroke-linecap:round}
.solid{fill:var(--first)}
.open{fill:var(--paper);stroke:var(--second);stroke-width:1.2;stroke-linejoin:round}
.halo,.halo text{paint-order:stroke;stroke:var(--panel);stroke-width:4px;stroke-linejoin:round}
.placebo{fill:var(--placebo)}.interval{fill:var(--interval)}
.fan{stroke:none;fill:var(--first)}.fan-95{fill-opacity:.2;stroke:var(--first);stroke-width:.7}.fan-80{opacity:.3}.fan-50{opacity:.5}
.came{stroke:var(--ink)}
.ring{fill:none;stroke:var(--rule);stroke-width:1.5}
.dashes{fill:none;stroke:var(--dim);stroke-dasharray:5 3}
.curve{fill:none;stroke:var(--first);stroke-width:2;stroke-linejoin:round}
.miniature .curve{stroke-width:1.5}
.whisker{fill:none;stroke:var(--ink);stroke-width:2}.arrow{fill:var(--ink)}
.estimate{fill:none;stroke:var(--ink);stroke-linecap:round}
.claim{border-top:2px solid var(--rule);margin-top:2.4rem}
.claim h3{font-size:1.25rem;margin-top:1rem}
.claims .claim:first-of-type{margin-top:1rem}
.part-verdict{display:grid;grid-template-columns:13rem minmax(0,1fr);gap:.1rem 1rem;margin:.55rem 0}
.part-verdict p{margin:0}.part-verdict .finding .part{display:inline-block;min-width:3.4rem}
.picture{position:relative}
.key{display:inline-block;width:1.9rem;height:.5rem;vertical-align:.1em;margin-left:.25rem}
.line{fill:none;stroke-width:2;stroke-linejoin:round}
.line.recorded{stroke:var(--ink)}.line.with{stroke:var(--first);stroke-dasharray:7 3}.line.without{stroke:var(--second);stroke-dasharray:2 3}
.band{fill:none;stroke:var(--interval);stroke-width:14}
.change{fill:var(--interval)}.tick{fill:none;stroke:var(--ink);stroke-width:1.2}
.piece{stroke-width:1.5}.piece.first{fill:var(--first);stroke:var(--first)}.piece.second{fill:var(--paper);stroke:var(--second)}
.piece.both{stroke:var(--rule)}.piece.unknown{fill:var(--placebo);stroke:var(--rule)}
svg .on-first{fill:#fff}svg .on-both{paint-order:stroke;stroke:var(--paper);stroke-width:4px}
.cell{fill:var(--first);stroke:var(--line)}.cell.few{fill:none;stroke:var(--rule);stroke-dasharray:2 3}
svg .on-cell{fill:var(--ink)}
.arrow-line{fill:none;stroke:var(--first)}.arrow-head{fill:var(--first)}
.few-arrows{fill:none;stroke:var(--rule);stroke-dasharray:3 4}
.halo-paper{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
.sea{fill:var(--claimed)}.land{fill:var(--panel);stroke:var(--rule);stroke-width:.8}
.borders{fill:none;stroke:var(--rule);stroke-width:1;stroke-dasharray:4 3}
.place{fill:var(--first);fill-opacity:.45;stroke:var(--first);stroke-width:1.4}
.route{fill:none;stroke:var(--second);stroke-width:2.2;stroke-linejoin:round}.route.not-so{stroke-dasharray:9 5}.route.unknown-route{stroke-dasharray:1.5 4;stroke-linecap:round}
svg .country{letter-spacing:.06em}
.diagnostics .miniature{width:150px;max-width:none}
.cursor{position:absolute;inset:0;pointer-events:none}.cursor circle{fill:none;stroke:none}.cursor p{display:none}
.cursor svg{width:100%;max-width:34rem;height:auto}.picture .wide+.cursor svg{max-width:none}
.cursor:focus-visible circle{stroke:var(--ink);stroke-width:2.5}
.cursor:focus-visible p{display:block;position:absolute;right:0;top:0;margin:0;padding:.1rem .5rem;background:var(--paper);border:1px solid var(--rule);color:var(--ink)}`;
