export { serveWorkbench, type Workbench, type WorkbenchOptions } from './serveWorkbench.ts';
