/** What the editor of a cell shows of a number, and that it is the same number when it is typed again. */
import fc from "fast-check";

import { editedNumber } from "../../host/entries/edited-number";
import { typedValue } from "../../host/entries/typed-value";
import { regionalSettings } from "../../host/settings";

const settings = (locale: string, date1904 = false) => ({ region: regionalSettings(locale), date1904 });

describe("a number in the editor of its cell", () => {
  it.each([
    ["en-US", 1234.5, "#,##0", "1234.5"],
    ["fr-CH", 1234.5, "#,##0", "1234,5"],
    ["fr-CH", 0.125, "0%", "12,5%"],
    ["en-US", 1e21, "General", "1E+21"],
    ["fr-CH", -0.5, "$#,##0", "-0,5"],
    ["fr-CH", 1.5, "# ?/?", "1,5"],
    ["en-US", 45_176, "d-mmm", "9/7/2023"],
    ["fr-CH", 45_176, "d-mmm", "07.09.2023"],
    ["fr-FR", 45_176, "m/d/yyyy", "07/09/2023"],
    ["en-US", 45_176.75, "mmm-yy", "9/7/2023 6:00:00 PM"],
    ["de-CH", 45_176.75, "mmm-yy", "07.09.2023 18:00:00"],
    ["fr-CH", 0.5625, "h:mm", "13:30:00"],
  ])("in %s, %d of the format %s is %s", (locale, value, format, text) => {
    expect(editedNumber(value, format, settings(locale))).toBe(text);
  });

  it("is the same day in a workbook that counts from 1904", () => {
    expect(editedNumber(43_714, "d-mmm", settings("fr-CH", true))).toBe("07.09.2023");
  });

  it("is the same number when it is typed again", () => {
    const locales = fc.constantFrom("en-US", "de-CH", "fr-CH", "fr-FR");
    const numbers = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((number) => number / 1000);
    fc.assert(
      fc.property(locales, numbers, fc.constantFrom("General", "0.00", "0%"), (locale, number, format) => {
        const typed = typedValue(editedNumber(number, format, settings(locale)), settings(locale));
        expect(typed?.value).toBeCloseTo(number, 9);
      }),
    );
    const days = fc.integer({ min: 61, max: 100_000 });
    fc.assert(
      fc.property(locales, days, fc.boolean(), (locale, day, date1904) => {
        const where = settings(locale, date1904);
        expect(typedValue(editedNumber(day, "d-mmm", where), where)?.value).toBe(day);
      }),
    );
  });
});
