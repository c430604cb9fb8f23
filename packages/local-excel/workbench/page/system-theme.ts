import type { Theme } from "./themes";

const QUERY = /^\s*\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)\s*$/;

/**
 * The system's choice of light or dark as the add-in's page sees it. Excel follows the system unless told otherwise, tells a page its theme
 * when that starts, and tells it of no change; the web view tells of the system's. Here one switch is both, so a page that asks the web
 * view (`matchMedia`) is answered by it.
 */
export class SystemTheme {
  private queries: SchemeQuery[] = [];

  constructor(private current: Theme) {}

  /** Answers a page that is about to start; the one before it is gone. */
  attach(win: Pick<Window, "matchMedia">): void {
    const ask = win.matchMedia.bind(win);
    this.queries = [];
    win.matchMedia = (query) => {
      const wanted = QUERY.exec(query)?.[1];
      if (wanted === undefined) return ask(query);
      const made = new SchemeQuery(query, () => this.current === wanted);
      this.queries.push(made);
      // Its type would have it know every kind of listener; there is but one event.
      return made as unknown as MediaQueryList;
    };
  }

  /** Switches, and tells the page. */
  set(theme: Theme): void {
    if (theme === this.current) return;
    this.current = theme;
    for (const query of this.queries) query.tell();
  }
}

/** What `matchMedia` answers with. */
class SchemeQuery extends EventTarget {
  onchange: ((event: MediaQueryListEvent) => unknown) | null = null;

  constructor(
    readonly media: string,
    private readonly holds: () => boolean,
  ) {
    super();
  }

  get matches(): boolean {
    return this.holds();
  }

  tell(): void {
    const event = new MediaQueryListEvent("change", { media: this.media, matches: this.matches });
    this.onchange?.(event);
    this.dispatchEvent(event);
  }

  addListener(listener: EventListenerOrEventListenerObject | null): void {
    this.addEventListener("change", listener);
  }

  removeListener(listener: EventListenerOrEventListenerObject | null): void {
    this.removeEventListener("change", listener);
  }
}
