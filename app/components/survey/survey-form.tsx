import { memo } from "react";
import type { SurveyModel } from "survey-core";
import { Survey } from "survey-react-ui";
import { correctRoles } from "./accessible-roles.ts";
import { installFileView } from "./views/file-view.tsx";
import { installImageMapView } from "./views/imagemap-view.tsx";
import { installRankingView } from "./views/ranking-view.tsx";

/** What is ours about the types of questions that are there by now. Call it again when parts have come. */
export function finishTypes(): void {
  correctRoles();
  installRankingView();
  installImageMapView();
  installFileView();
}

/**
 * SurveyJS itself, in a file of its own: it is loaded in the browser only, and only on the fill page. It draws itself anew
 * when its model changes; the page around it, which changes with every key (what is saved, how far each page is), must not
 * make it: with a hundred questions that took a third of a second for each letter.
 */
const SurveyForm = memo(function SurveyForm({ model }: { model: SurveyModel }) {
  return <Survey model={model} />;
});
export default SurveyForm;

export { createSurveyModel, pageStates } from "./survey-model.ts";
