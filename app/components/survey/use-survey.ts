import { useCallback, useEffect, useRef, useState } from "react";
import type { SurveyModel } from "survey-core";
import { readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Cover } from "../../domain/responses/open-sheet.server.ts";
import type { Present } from "../../domain/responses/read-response.server.ts";
import { type Locale, textsOf } from "../../locales/index.ts";
import { paths } from "../../paths.ts";
import { beginAt, openSurvey, type SurveyModule } from "./open-survey.ts";
import { createRefusals, onPersonsEdit } from "./peoples-edits.ts";
import { showAnswers } from "./show-answers.ts";
import type { PageState } from "./survey-model.ts";
import type { Clash } from "./sync/clashes.ts";
import { openDevice } from "./sync/device.ts";
import { keepSheetUpToDate } from "./sync/keep-sheet.ts";
import type { Standing } from "./sync/replica.ts";
import type { SaveState } from "./sync/save-state.ts";
import { openSaver, type Saver } from "./sync/saver.ts";

export type FillData = {
  cover: Cover;
  /** whose edits these are; null for guests by link */
  as: string | null;
  name: string | null;
  checksum: string;
  definitionUrl: string;
  /** the definition, where it is at hand already: on a device without a network */
  source?: JsonObject;
  standing: Standing;
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
  /** who else has it open, and at which question */
  people: Present[];
  /** this window, among the people */
  client: string;
  failed: boolean;
  goTo: (page: string) => void;
  /** tells when something beside the answers is new; gives back how to stop listening */
  onTalk: (tell: () => void) => () => void;
};

/** Loads SurveyJS and the definition, keeps the page's state beside the model, saves every change and shows those of others. */
export function useSurvey(data: FillData): SurveyState {
  const first = useRef(data);
  const talk = useRef(new Set<() => void>());
  const [client] = useState(() => (typeof crypto === "undefined" ? "" : crypto.randomUUID()));
  const [loaded, setLoaded] = useState<{ model: SurveyModel; Form: SurveyModule["default"]; saver: Saver }>();
  const [pages, setPages] = useState<PageState[]>([]);
  const [current, setCurrent] = useState(data.page ?? "");
  const [save, setSave] = useState<SaveState>({ kind: "idle", at: undefined, waiting: 0, open: 0 });
  const [clashes, setClashes] = useState<Clash[]>([]);
  const [people, setPeople] = useState<Present[]>([]);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    const initial = first.current;
    const { invitationId } = initial.cover;
    let ended = false;
    let stop = () => {};
    async function load() {
      const [{ survey, source }, device] = await Promise.all([
        openSurvey(initial.definitionUrl, initial.source),
        openDevice(),
      ]);
      const { definition } = readDefinition(source);
      if (!definition) throw new Error("definition");
      if (ended) return;
      const model = survey.createSurveyModel(source, {}, initial.locale);
      const words: Record<string, string> = textsOf(initial.locale).responses.faults;
      const refuse = createRefusals(model, (code) => words[code] ?? words.other ?? code);
      const refresh = () => {
        setPages(survey.pageStates(model));
        setCurrent(model.currentPage?.name ?? "");
      };
      let saver: Saver | undefined;
      let shows = false;
      const show = (names: readonly string[]) => {
        if (!saver) return;
        shows = true;
        showAnswers(model, definition, saver, names);
        shows = false;
        refresh();
      };
      saver = await openSaver({
        ...{ definition, device, invitationId, as: initial.as, name: initial.name, standing: initial.standing },
        urls: {
          changes: paths.changes(invitationId),
          standing: (since) => paths.standing(invitationId, since),
          live: paths.live(invitationId),
        },
        onState: setSave,
        onAnswers: show,
        onClashes: setClashes,
        onPeople: setPeople,
        onTalk: () => {
          for (const tell of talk.current) tell();
        },
        onRefused: (path, code) => {
          refuse(path, code);
          refresh();
        },
      });
      const stopKeeping = keepSheetUpToDate(device, saver.replica, {
        ...{ invitationId, as: initial.as, locale: initial.locale, cover: initial.cover },
        ...{ checksum: initial.checksum, source },
      });
      stop = () => {
        stopKeeping();
        saver?.stop();
      };
      if (ended) return stop();
      // Everything at once, before anybody can see it change.
      model.data = saver.answers();
      onPersonsEdit(model, (name, value) => {
        if (!shows) saver?.edit(name, value);
      });
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
      stop();
    };
  }, []);

  const onTalk = useCallback((tell: () => void) => {
    talk.current.add(tell);
    return () => talk.current.delete(tell);
  }, []);
  const { model, Form, saver } = loaded ?? {};
  return {
    ...{ model, Form, saver, pages, current, save, clashes, people, client, failed, onTalk },
    goTo: (name) => {
      const page = model?.getPageByName(name);
      if (model && page) model.currentPage = page;
    },
  };
}
