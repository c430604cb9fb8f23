import { byId } from "./elements";

const MINIMUM_WIDTH = 240;
const STEP = 20;

/**
 * The task pane, docked at the right: a title, a way to close it, and the add-in's page in a frame. The frame is there
 * from the start and stays when the pane is closed, because with a shared runtime the page is also where the functions
 * and the ribbon's actions run.
 */
export class TaskPane {
  private readonly pane = byId("task-pane");
  private readonly splitter = byId("splitter");
  private readonly frame = byId<HTMLIFrameElement>("pane-frame");
  private readonly visibilityListeners: ((visible: boolean) => void)[] = [];

  constructor(title: string) {
    byId("pane-title").textContent = title;
    this.frame.title = title;
    byId("close-pane").addEventListener("click", () => this.hide());
    this.splitter.addEventListener("pointerdown", (event) => this.drag(event));
    this.splitter.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** Loads a page into the frame, once; showing the same page again keeps what it holds, as Excel's shared runtime does. */
  load(url: string): void {
    if (this.frame.src !== new URL(url, location.href).href) this.frame.src = url;
  }

  get visible(): boolean {
    return !this.pane.hidden;
  }

  show(): void {
    this.setVisible(true);
  }

  hide(): void {
    this.setVisible(false);
  }

  onVisibilityChanged(listener: (visible: boolean) => void): void {
    this.visibilityListeners.push(listener);
  }

  private setVisible(visible: boolean): void {
    if (this.visible === visible) return;
    this.pane.hidden = !visible;
    this.splitter.hidden = !visible;
    this.reportWidth();
    for (const listener of this.visibilityListeners) listener(visible);
  }

  private drag(event: PointerEvent): void {
    const start = this.pane.offsetWidth + event.clientX;
    const move = (moved: PointerEvent): void => this.resize(start - moved.clientX);
    this.splitter.setPointerCapture(event.pointerId);
    this.splitter.addEventListener("pointermove", move);
    document.body.classList.add("resizing");
    this.splitter.addEventListener(
      "lostpointercapture",
      () => {
        this.splitter.removeEventListener("pointermove", move);
        document.body.classList.remove("resizing");
      },
      { once: true },
    );
  }

  private pressed(event: KeyboardEvent): void {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    this.resize(this.pane.offsetWidth + step);
  }

  private resize(width: number): void {
    const widest = Math.max(MINIMUM_WIDTH, window.innerWidth / 2);
    this.pane.style.width = `${Math.min(Math.max(width, MINIMUM_WIDTH), widest)}px`;
    this.reportWidth();
  }

  private reportWidth(): void {
    this.splitter.setAttribute("aria-valuenow", String(Math.round((100 * this.pane.offsetWidth) / window.innerWidth)));
  }
}
