import type { Matrix } from "./api-sets";

/** What the page's window gets before office.js runs, so that the runtime believes itself inside Excel on Windows. */
export interface NativeWindow {
  external?: unknown;
  _richApiNativeBridge?: unknown;
}

export interface NativeOptions {
  readonly matrix: Matrix;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
  /** Office theme colours, as numbers. */
  readonly theme: Readonly<Record<string, number>>;
  readonly documentUrl: string;
  /** Whether the document may be changed; what `Office.context.document.mode` says is what held when the page loaded. */
  readonly viewOnly: () => boolean;
  /** `Office.context.document.settings`, kept with the document. */
  readonly documentSettings: Map<string, string>;
  send(text: string): void;
  onExternalEvent(id: number, handler: (id: number, payload: unknown) => void): void;
  /** Runs a method of the older API; false where it is unknown here. */
  execute(id: number, params: unknown[]): boolean;
}

const EXCEL = 1;
const UNSUPPORTED_OPERATION = 5000;
const DOCUMENT_READ_ONLY = 5002;
/** What the runtime calls a safe array: an array behind `toArray()`. */
const safeArray = (values: unknown[]): { toArray(): unknown[] } => ({ toArray: () => values });

export interface NativeBridge {
  onMessageFromHost?: (text: string) => void;
}

/** Installs `window.external` and the bridge; the answer is the bridge, for messages to the page. */
export function installNative(win: NativeWindow, options: NativeOptions): NativeBridge {
  const bridge: NativeBridge & { sendMessageToHost(text: string): void } = {
    sendMessageToHost: (text) => {
      options.send(text);
    },
  };
  Object.defineProperty(win, "_richApiNativeBridge", { value: bridge, configurable: true, writable: true });
  Object.defineProperty(win, "external", { value: external(options), configurable: true, writable: true });
  return bridge;
}

export function removeNative(win: NativeWindow): void {
  delete win._richApiNativeBridge;
  delete win.external;
}

function external(options: NativeOptions): object {
  return {
    // The last field is a bit set: 1 is a shared runtime, 2 has custom functions.
    GetHostInfo: () => `Excel$Win32$16.01$${options.displayLanguage}$$$disableLogging$3`,
    GetLoggingAllowed: () => false,
    GetContext: () => context(options),
    RegisterEvent: (
      id: number,
      _target: string,
      handler: (id: number, payload: unknown) => void,
      done?: (status: number) => void,
    ) => {
      options.onExternalEvent(id, handler);
      done?.(0);
    },
    UnregisterEvent: (_id: number, _target: string, done?: (status: number) => void) => {
      done?.(0);
    },
    Execute: (id: number, params: unknown[], done?: (answer: unknown, status: number) => void) => {
      done?.(safeArray(options.execute(id, params) ? [0, []] : [UNSUPPORTED_OPERATION]), 0);
    },
  };
}

function context(options: NativeOptions): object {
  const { documentSettings } = options;
  return {
    GetAppType: () => EXCEL,
    GetSolutionRef: () => "00000000-0000-0000-0000-000000000000",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => options.displayLanguage,
    GetAppDataLocale: () => options.contentLanguage,
    GetDocUrl: () => options.documentUrl,
    // The client's mode: 0 reads and writes, 1 only reads.
    GetAppCapabilities: () => (options.viewOnly() ? 1 : 0),
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetSupportedMatrix: () => JSON.stringify(options.matrix),
    GetHostFullVersion: () => "16.0.19000.20000",
    GetInitialDisplayMode: () => 0,
    GetOfficeThemeInfo: () => JSON.stringify(options.theme),
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of documentSettings) {
          keys.push(key);
          values.push(value);
        }
      },
      WriteAsync: (keys: string[], values: string[], done: (status: number) => void) => {
        if (options.viewOnly()) {
          done(DOCUMENT_READ_ONLY);
          return;
        }
        documentSettings.clear();
        for (const [index, key] of keys.entries()) documentSettings.set(key, values[index] ?? "");
        done(0);
      },
    }),
  };
}
