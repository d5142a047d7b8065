import { useTexts } from "../texts.ts";

/** An attribute's name and its values as people read them; values that we have no label for are left as they are. */
export function useValuesInWords(): (code: string, values: readonly string[]) => { name: string; values: string } {
  const { names, codes } = useTexts().attributes;
  return (code, values) => {
    // The main phenomenon shares its labels with all phenomena.
    const labels = codes[code === "ph_haupt" ? "ph" : code] ?? {};
    return { name: names[code] ?? code, values: values.map((value) => labels[value] ?? value).join(", ") };
  };
}
