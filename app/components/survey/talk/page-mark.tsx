import { useTexts } from "../../texts.ts";
import { pageAt } from "./places-here.ts";
import { useTalkAround } from "./talk-context.tsx";

/** In the list of pages: that something there waits for the reader, or is being talked about. */
export function PageMark({ page }: { page: string }) {
  const t = useTexts().talk.page;
  const around = useTalkAround();
  if (!around?.talk) return null;
  const { talk, survey } = around;
  const isHere = ({ place }: { place: string }) => pageAt(survey.model, place) === page;
  const settled = new Set(talk.marks.filter((mark) => mark.clarified).map((mark) => mark.place));
  const isMine = talk.marks.some((mark) => isHere(mark) && !mark.clarified && mark.assignee?.accountId === talk.me);
  const notes = talk.notes.filter((note) => isHere(note) && !settled.has(note.place)).length;
  if (!isMine && notes === 0) return null;
  return (
    <span className={isMine ? "page-mark page-mark--mine" : "page-mark"}>
      <span className="visually-hidden">, </span>
      {isMine ? t.assigned : t.open(notes)}
    </span>
  );
}
