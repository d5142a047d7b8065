import type { Breakdown } from "../../domain/figures.ts";
import { FormField } from "../layout/form-field.tsx";
import { useReader } from "../texts.ts";

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
  const code = chosen?.code ?? "";
  return (
    <FormField key={code} label={label} name="nach" control="select" select={{ defaultValue: code }}>
      <option value="">{none}</option>
      {breakdowns.map((one) => (
        <option key={one.code} value={one.code}>
          {read(one.label)}
        </option>
      ))}
    </FormField>
  );
}
