import { useTexts } from "../../texts.ts";
import { shortName } from "./people.ts";
import { titleAt } from "./places-here.ts";
import { useTalkAround } from "./talk-context.tsx";

/** Says quietly what colleagues add while the page is open. */
export function TalkNews() {
  const t = useTexts().talk.live;
  const around = useTalkAround();
  const names = [...new Set(around?.news.notes.map((note) => shortName(note.by)))];
  return (
    <p className="visually-hidden" role="status">
      {names.map((name) => t.commented(name)).join(" ")}{" "}
      {around?.news.assigned.map((mark) => t.assigned(titleAt(around.survey.model, mark.place))).join(" ")}
    </p>
  );
}
