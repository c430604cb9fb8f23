/** Writes into the parts of a finished file what excelize-wasm gets wrong of charts: where they are, and how titles of axes run. */
import { fileSizes, type Corner, type LineSizes } from "./chart-corners";
import type { SheetSnapshot } from "./snapshot";

const EMU_PER_PIXEL = 9525;

function cornerXml(name: "from" | "to", { column, row, x, y }: Corner, sizes: LineSizes): string {
  const emu = (share: number, pixels: number): string => String(Math.round(share * pixels * EMU_PER_PIXEL));
  const across = `<xdr:col>${String(column)}</xdr:col><xdr:colOff>${emu(x, sizes.width(column))}</xdr:colOff>`;
  const down = `<xdr:row>${String(row)}</xdr:row><xdr:rowOff>${emu(y, sizes.height(row))}</xdr:rowOff>`;
  return `<xdr:${name}>${across}${down}</xdr:${name}>`;
}

/** Puts the charts of a sheet between their corners: the library measures rows otherwise than programs do, and charts would overlap. */
export function placeCharts(drawing: string, { charts, columns, rows }: SheetSnapshot): string {
  const sizes = fileSizes(columns, rows);
  let index = 0;
  return drawing.replace(/<xdr:from>.*?<\/xdr:to>/gs, (anchor) => {
    const chart = charts[index++];
    return chart ? cornerXml("from", chart.from, sizes) + cornerXml("to", chart.to, sizes) : anchor;
  });
}

const UPWARDS = "-5400000";

/** Titles of upright axes run upwards, as in Excel, those of level axes do not, also where bars lie. */
export function turnAxisTitles(chart: string): string {
  const upright = chart.includes('<barDir val="bar">') ? "catAx" : "valAx";
  return chart.replace(/<(catAx|valAx)>.*?<\/\1>/gs, (axis, name: string) =>
    axis.replace(/<title>.*?<\/title>/s, (title) =>
      title.replace(/(<a:bodyPr [^>]*?rot=")[^"]*"/g, `$1${name === upright ? UPWARDS : "0"}"`),
    ),
  );
}
