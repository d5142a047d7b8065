import type { ReactElement } from "react";
import type { Question } from "survey-core";
import { accessTexts } from "./access-texts.ts";
import { registerView } from "./register-view.ts";

/** No file is taken here: the form says so instead of offering what the server would refuse. */
function NoFiles({ question }: { question: Question }) {
  return <p className="survey-note">{accessTexts(question).noFiles}</p>;
}

/** Drawing has no way by keyboard, and the form says that. */
function Signature({ question, drawn }: { question: Question; drawn: ReactElement }) {
  return (
    <>
      <p className="survey-note">{accessTexts(question).drawn}</p>
      {drawn}
    </>
  );
}

/** From now on files and signatures say what is possible. */
export function installFileView(): void {
  registerView("file", (question) => <NoFiles question={question} />);
  registerView("signaturepad", (question, drawn) => <Signature question={question} drawn={drawn} />);
}
