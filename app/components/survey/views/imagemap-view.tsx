import type { ReactElement } from "react";
import type { Base, QuestionImageMapModel } from "survey-core";
import { ReactSurveyElement } from "survey-react-ui";
import { registerView } from "./register-view.ts";

type Area = Parameters<QuestionImageMapModel["mapItemToggle"]>[0];

/** The areas of a picture as boxes to tick below it: the picture itself can be used with a pointer only. */
class AreaList extends ReactSurveyElement {
  private get question(): QuestionImageMapModel {
    return this.props.question;
  }

  protected override getStateElement(): Base {
    return this.question;
  }

  protected override renderElement() {
    const question = this.question;
    const areas = (question.areas as Area[]).filter((area) => area.isVisible);
    return (
      <ul className="area-list">
        {areas.map((area) => (
          <li key={String(area.value)}>
            <label className="choice">
              <input
                type="checkbox"
                checked={question.isItemSelected(area)}
                disabled={question.isReadOnly || !area.enabled}
                onChange={() => question.mapItemToggle(area)}
              />
              <span>{area.locText.renderedHtml}</span>
            </label>
          </li>
        ))}
      </ul>
    );
  }
}

function ImageMap({ question, drawn }: { question: QuestionImageMapModel; drawn: ReactElement }) {
  return (
    <>
      {drawn}
      <AreaList question={question} />
    </>
  );
}

/** From now on the areas of a picture can be chosen by keyboard and are read out. */
export function installImageMapView(): void {
  registerView("imagemap", (question, drawn) => (
    <ImageMap question={question as QuestionImageMapModel} drawn={drawn} />
  ));
}
