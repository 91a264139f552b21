export { laplacePosterior, type LaplaceOptions } from './laplacePosterior.ts';
export { gatherChains } from './gatherChains.ts';
export { nutsChain, type NutsOptions } from './nutsChain.ts';
export { nutsPosterior } from './nutsPosterior.ts';
export type { Chain } from './sampleChain.ts';
export type {
  FailedPosterior,
  LaplaceDiagnostics,
  NutsDiagnostics,
  ParameterSummary,
  Posterior,
  PosteriorOptions,
} from './posterior.ts';
export { preparePosterior, type Prepared } from './preparePosterior.ts';
export { priorsOf, type Prior } from './priorsOf.ts';
