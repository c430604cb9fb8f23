import * as fc from "fast-check";

import { columnName } from "../../host/a1";
import { fromR1C1, toR1C1 } from "../../host/formulas/r1c1";

describe("a formula in R1C1 notation", () => {
  it("counts from its own cell", () => {
    expect(toR1C1("=A1+$B$2+C$3*$D4", 1, 1)).toBe("=R[-1]C[-1]+R2C2+R3C[1]*R[2]C4");
    expect(toR1C1('=SUM(A:A,2:3,"A1")&Sheet2!B2', 1, 1)).toBe('=SUM(C[-1]:C[-1],R:R[1],"A1")&Sheet2!RC');
    expect(fromR1C1("=R[-1]C*2", 4, 2)).toBe("=C4*2");
    expect(fromR1C1('=SUM(R1C1:R[1]C)&"RC"&ROUND(C,R3)', 1, 1)).toBe('=SUM($A$1:B3)&"RC"&ROUND(B:B,$3:$3)');
  });

  it("comes back as it was", () => {
    const reference = fc
      .tuple(fc.boolean(), fc.nat(16_383), fc.boolean(), fc.nat(1_048_575))
      .map(([c, column, r, row]) => `${c ? "$" : ""}${columnName(column)}${r ? "$" : ""}${String(row + 1)}`);
    fc.assert(
      fc.property(
        fc.array(reference, { minLength: 1, maxLength: 4 }),
        fc.nat(999),
        fc.nat(99),
        (references, row, column) => {
          const formula = `=SUM(${references.join(",")})&"R1C1"`;
          expect(fromR1C1(toR1C1(formula, row, column), row, column)).toBe(formula);
        },
      ),
    );
  });
});
