export { serveWorkbench, type Workbench, type WorkbenchOptions } from './server/index.ts';
