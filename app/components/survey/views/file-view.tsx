import type { Question } from "survey-core";
import { SurveyQuestionSignaturePad } from "survey-react-ui";
import { accessTexts } from "./access-texts.ts";
import { registerView } from "./register-view.ts";

type SignatureProps = ConstructorParameters<typeof SurveyQuestionSignaturePad>[0];

/** No file is taken here: the form says so instead of offering what the server would refuse. */
function NoFiles({ question }: { question: Question }) {
  return <p className="survey-note">{accessTexts(question).noFiles}</p>;
}

/** Drawing has no way by keyboard, and the form says that. */
function Signature(props: SignatureProps & { question: Question }) {
  return (
    <>
      <p className="survey-note">{accessTexts(props.question).drawn}</p>
      <SurveyQuestionSignaturePad {...props} />
    </>
  );
}

/** From now on files and signatures say what is possible. */
export function installFileView(): void {
  registerView("file", NoFiles);
  registerView("signaturepad", Signature);
}
