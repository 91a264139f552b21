import type { ComponentChildren } from 'preact';

interface TabsProps {
  readonly label: string;
  readonly chosen: string | null;
  readonly tabs: readonly {
    readonly key: string;
    readonly title: string;
    readonly mark?: ComponentChildren;
  }[];
  /** Id of the element the tabs switch. */
  readonly controls: string;
  readonly choose: (key: string) => void;
}

/** A row of tabs: one stop for Tab, arrow keys go along. */
export function Tabs({ label, chosen, tabs, controls, choose }: TabsProps) {
  const at = Math.max(
    0,
    tabs.findIndex(({ key }) => key === chosen),
  );
  const goTo = (event: KeyboardEvent, index: number): void => {
    const next = tabs[(index + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    choose(next.key);
    (event.currentTarget as HTMLElement)
      .querySelectorAll<HTMLElement>('[role=tab]')
      [tabs.indexOf(next)]?.focus();
  };
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight') goTo(event, at + 1);
        else if (event.key === 'ArrowLeft') goTo(event, at - 1);
        else if (event.key === 'Home') goTo(event, 0);
        else if (event.key === 'End') goTo(event, tabs.length - 1);
      }}
    >
      {tabs.map(({ key, title, mark }, index) => (
        <button
          type="button"
          role="tab"
          id={`${controls}-tab-${index}`}
          aria-selected={index === at}
          aria-controls={controls}
          tabIndex={index === at ? 0 : -1}
          onClick={() => choose(key)}
        >
          {title}
          {mark}
        </button>
      ))}
    </div>
  );
}
