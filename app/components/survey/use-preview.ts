import { useEffect, useState } from "react";
import type { SurveyModel } from "survey-core";
import { withoutOutside } from "#surveys/outside.ts";
import { hasRoster, type RosterChoice, withRoster } from "#surveys/roster.ts";
import type { Locale } from "../../locales/index.ts";
import { openSurvey, type SurveyModule } from "./open-survey.ts";
import type { PageState } from "./survey-model.ts";

export type PreviewState = {
  model: SurveyModel | undefined;
  Form: SurveyModule["default"] | undefined;
  pages: PageState[];
  current: string;
  /** the questionnaire names projects, so that examples stand in their place */
  roster: boolean;
  failed: boolean;
};

/**
 * A survey to be tried out: the same form as for respondents, with nothing behind it. Nothing is saved, nothing is loaded
 * from elsewhere, and it never ends. A change of language or of `round` begins anew.
 */
export function usePreview(
  definitionUrl: string,
  locale: Locale,
  { round, examples }: { round: number; examples: readonly RosterChoice[] },
): PreviewState {
  const [state, setState] = useState<PreviewState>(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: examples are texts of the language; a new round begins anew
  useEffect(() => {
    let ended = false;
    async function load() {
      const { survey, source } = await openSurvey(definitionUrl);
      if (ended) return;
      const roster = hasRoster(source);
      const model = survey.createSurveyModel(withRoster(withoutOutside(source), examples), {}, locale);
      // A trigger may end a survey; here there is no end.
      model.onCompleting.add((_, options) => {
        options.allow = false;
      });
      const refresh = () => {
        if (!ended)
          setState({
            ...{ model, Form: survey.default, roster, failed: false },
            ...{ pages: survey.pageStates(model), current: model.currentPage?.name ?? "" },
          });
      };
      model.onValueChanged.add(refresh);
      model.onCurrentPageChanged.add(refresh);
      model.onPageVisibleChanged.add(refresh);
      refresh();
    }
    load().catch(() => {
      if (!ended) setState({ ...NOTHING, failed: true });
    });
    return () => {
      ended = true;
    };
  }, [definitionUrl, locale, round]);
  return state;
}

const NOTHING: PreviewState = {
  ...{ model: undefined, Form: undefined, pages: [], current: "", roster: false, failed: false },
};
