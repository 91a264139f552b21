/**
 * On a wide screen the page itself never scrolls, only what stands in it; on a narrow one it does. Made wide again while
 * it is scrolled, or scrolled by a browser that brings something into view, it would hide the header for good.
 */
export function keepHeaderInReach(): () => void {
  const wide = matchMedia('(min-width: 56.01rem)');
  const goBack = (): void => {
    if (wide.matches && (scrollX !== 0 || scrollY !== 0)) scrollTo(0, 0);
  };
  wide.addEventListener('change', goBack);
  addEventListener('scroll', goBack);
  return () => {
    wide.removeEventListener('change', goBack);
    removeEventListener('scroll', goBack);
  };
}
