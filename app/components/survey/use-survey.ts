import { useEffect, useRef, useState } from "react";
import type { SurveyModel } from "survey-core";
import type { JsonObject } from "#surveys/json.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { beginAt, openSurvey, type SurveyModule } from "./open-survey.ts";
import { createRefusals, onPersonsEdit } from "./peoples-edits.ts";
import { type Clash, createSaver, type Saver, type SaveState } from "./saver.ts";
import type { PageState } from "./survey-model.ts";

export type FillData = {
  definitionUrl: string;
  changesUrl: string;
  answers: JsonObject;
  revisions: Record<string, number>;
  locale: Locale;
  /** name of the page to begin on */
  page: string | null;
  /** name of the question to begin at */
  question: string | null;
};

export type SurveyState = {
  model: SurveyModel | undefined;
  Form: SurveyModule["default"] | undefined;
  saver: Saver | undefined;
  pages: PageState[];
  current: string;
  save: SaveState;
  clashes: Clash[];
  failed: boolean;
  goTo: (page: string) => void;
  /** forgets a clash that the person has settled */
  drop: (clash: Clash) => void;
};

/** Loads SurveyJS and the definition, keeps the page's state beside the model and saves every change. */
export function useSurvey(data: FillData): SurveyState {
  const first = useRef(data);
  const [loaded, setLoaded] = useState<{ model: SurveyModel; Form: SurveyModule["default"]; saver: Saver }>();
  const [pages, setPages] = useState<PageState[]>([]);
  const [current, setCurrent] = useState(data.page ?? "");
  const [save, setSave] = useState<SaveState>({ kind: "idle", at: undefined, waiting: 0, open: 0 });
  const [clashes, setClashes] = useState<Clash[]>([]);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const initial = first.current;
    let ended = false;
    let saver: Saver | undefined;
    async function load() {
      const { survey, source } = await openSurvey(initial.definitionUrl);
      if (ended) return;
      const model = survey.createSurveyModel(source, initial.answers, initial.locale);
      const words: Record<string, string> = textsOf(initial.locale).responses.faults;
      const refuse = createRefusals(model, (code) => words[code] ?? words.other ?? code);
      saver = createSaver({
        url: initial.changesUrl,
        revisions: initial.revisions,
        onState: setSave,
        onClash: (clash) => setClashes((before) => [...before.filter(({ path }) => path !== clash.path), clash]),
        onRefused: (path, code) => {
          refuse(path, code);
          refresh();
        },
      });
      const refresh = () => {
        setPages(survey.pageStates(model));
        setCurrent(model.currentPage?.name ?? "");
      };
      onPersonsEdit(model, (path, value) => saver?.edit(path, value));
      model.onValueChanged.add(refresh);
      model.onCurrentPageChanged.add(refresh);
      model.onPageVisibleChanged.add(refresh);
      beginAt(model, initial);
      refresh();
      setLoaded({ model, Form: survey.default, saver });
    }
    load().catch(() => setFailed(true));
    return () => {
      ended = true;
      saver?.stop();
    };
  }, []);

  const { model, Form, saver } = loaded ?? {};
  return {
    model,
    Form,
    saver,
    pages,
    current,
    save,
    clashes,
    failed,
    goTo: (name) => {
      const page = model?.getPageByName(name);
      if (model && page) model.currentPage = page;
    },
    drop: (clash) => setClashes((before) => before.filter((one) => one !== clash)),
  };
}
