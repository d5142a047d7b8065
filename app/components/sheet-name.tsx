import type { RoundCover } from "../domain/responses/open-sheet.server.ts";
import { FictionalChip } from "./fictional-chip.tsx";
import { useReader, useTexts } from "./texts.ts";

/** Above the list of pages: which questionnaire this is, of which wave, and whose. */
export function SheetName({
  cover,
}: {
  cover: Pick<RoundCover, "title" | "wave" | "fictional"> & { project?: string };
}) {
  const t = useTexts().responses.fill;
  const read = useReader();
  const { title, wave, project, fictional } = cover;
  return (
    <p className="wide-only">
      <strong>{t.yourSheet}</strong>
      <br />
      <span className="quiet">{[`${read(title)} ${wave}`, project].filter(Boolean).join(" · ")}</span>{" "}
      <FictionalChip fictional={fictional} />
    </p>
  );
}
