/** When the page is looked at after a press: drawn anew at once, or once the server has answered. */
const LOOK_AFTER = [50, 600];

/**
 * Many buttons vanish once they are pressed, and the focus with them: the next Tab would begin at the top of the page.
 * It is put on what the button stood in. Gives what takes the listening away again.
 */
export function keepPlace(): () => void {
  const listen = ({ target }: MouseEvent): void => {
    if (!(target instanceof Element) || !target.closest('#workbench')) return;
    const around: HTMLElement[] = [];
    for (let one = target.parentElement; one && one.id !== 'workbench'; one = one.parentElement)
      around.push(one);
    for (const delay of LOOK_AFTER)
      setTimeout(() => {
        if (target.isConnected || document.activeElement !== document.body) return;
        const left = around.find((one) => one.isConnected && one.matches('main *'));
        focusOn(left ?? document.getElementById('sheet'));
      }, delay);
  };
  addEventListener('click', listen, { capture: true });
  return () => removeEventListener('click', listen, { capture: true });
}

function focusOn(place: HTMLElement | null): void {
  if (place === null) return;
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
