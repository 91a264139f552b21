import { readArticle } from '../draft/draftState.ts';
import { go, route } from '../route.ts';
import { beginTheatre } from '../start/beginTheatre.ts';
import { files } from '../workbench.ts';
import { importFiles } from './dropped.ts';

/**
 * Files may be dropped anywhere on the page: without this the browser would leave the page and show the file, or write
 * it into the text. On the draft's sheet a file is an article, elsewhere a record; a drop zone that takes it goes first.
 */
export function takeDrops(): () => void {
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const dropped = [...(event.dataTransfer?.files ?? [])];
    if (dropped.length === 0) return;
    const isTaken = event.defaultPrevented && isInDropZone(event.target);
    event.preventDefault();
    if (isTaken) return;
    const [first] = dropped;
    const isArticle = dropped.length === 1 && first !== undefined && looksLikeArticle(first.name);
    if (files.value.length === 0) beginTheatre('');
    if (isArticle || (route.value.sheet === 'draft' && first !== undefined)) {
      go({ sheet: 'draft' });
      void readArticle(first.name, first, '');
    } else {
      go({ sheet: 'record' });
      void importFiles(dropped);
    }
  };
  addEventListener('dragover', over);
  addEventListener('drop', drop);
  return () => {
    removeEventListener('dragover', over);
    removeEventListener('drop', drop);
  };
}

/** By its ending: these are read as articles, and no record comes in them. */
export function looksLikeArticle(name: string): boolean {
  return /\.(pdf|docx|html?|md)$/i.test(name);
}

function isInDropZone(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.drop-zone') !== null;
}
