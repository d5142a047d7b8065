import { useSearchParams } from "@remix-run/react";
import type { Breakdown } from "../../domain/figures.ts";
import { FormField } from "../layout/form-field.tsx";
import { useReader, useTexts } from "../texts.ts";

type BreakdownFieldProps = {
  label: string;
  /** what it says where nothing is chosen */
  none: string;
  breakdowns: readonly Pick<Breakdown, "code" | "label">[];
  chosen: Pick<Breakdown, "code"> | null;
};

/** By which attribute figures are broken down, as the address of the page says it. */
export function BreakdownField({ label, none, breakdowns, chosen }: BreakdownFieldProps) {
  const read = useReader();
  const t = useTexts().releases.report;
  const code = chosen?.code ?? "";
  const asked = useSearchParams()[0].get("nach");
  const error = asked && asked !== code ? t.breakdownUnknown : undefined;
  return (
    <FormField key={code} label={label} name="nach" control="select" select={{ defaultValue: code }} error={error}>
      <option value="">{none}</option>
      {breakdowns.map((one) => (
        <option key={one.code} value={one.code}>
          {read(one.label)}
        </option>
      ))}
    </FormField>
  );
}
