/**
 * What of SurveyJS a questionnaire brings along only if it asks for it. `asked` are the words of a definition that ask
 * for the part (types of questions, of cells, of masks); a part without words is what others have in common. `core` and
 * `ui` name the declarations of survey-core and survey-react-ui that the part is about: what needs these, and what only
 * these need, goes with them. `classes` are beginnings of class names whose rules go with it, `icons` beginnings of
 * names of pictures.
 */
export type SurveyPart = {
  asked: readonly string[];
  with?: readonly string[];
  core: readonly string[];
  ui: readonly string[];
  classes?: readonly string[];
  icons?: readonly string[];
  /** beginnings of statements that name a type of the part only in a text */
  statements?: readonly string[];
};

export const SURVEY_PARTS: Record<string, SurveyPart> = {
  list: {
    asked: [],
    core: ["DropdownListModel"],
    ui: [],
  },
  dropdown: {
    asked: ["dropdown"],
    core: ["QuestionDropdownModel", "questionDropdownMixin"],
    ui: ["SurveyQuestionDropdownBase", "SurveyQuestionDropdown", "SurveyQuestionDropdownSelect"],
    classes: ["sd-dropdown"],
  },
  tagbox: {
    asked: ["tagbox"],
    with: ["dropdown"],
    core: ["QuestionTagboxModel", "DropdownMultiSelectListModel"],
    ui: ["SurveyQuestionTagbox", "SurveyQuestionTagboxItem", "TagboxFilterString"],
    classes: ["sd-tagbox"],
  },
  boolean: {
    asked: ["boolean"],
    core: ["QuestionBooleanModel"],
    ui: [
      "SurveyQuestionBoolean",
      "SurveyQuestionBooleanCheckbox",
      "SurveyQuestionBooleanRadio",
      "SurveyQuestionBooleanSwitch",
    ],
    classes: ["sd-boolean"],
  },
  rating: {
    asked: ["rating"],
    core: ["QuestionRatingModel", "RatingItem"],
    ui: [
      "SurveyQuestionRating",
      "RatingItem",
      "RatingItemStar",
      "RatingItemSmiley",
      "RatingDropdownItem",
      "SurveyQuestionRatingDropdown",
    ],
    classes: ["sd-rating"],
    icons: ["smiley-", "rating-"],
  },
  matrix: {
    asked: ["matrix"],
    core: ["QuestionMatrixModel", "MatrixRowModel", "MatrixCells"],
    ui: ["SurveyQuestionMatrix", "SurveyQuestionMatrixRow", "SurveyQuestionMatrixCell"],
  },
  tables: {
    asked: ["matrixdropdown", "matrixdynamic"],
    with: ["dropdown"],
    core: [
      "MatrixDropdownColumn",
      "MatrixDropdownCell",
      "MatrixDropdownRowModelBase",
      "QuestionMatrixDropdownModelBase",
      "QuestionMatrixDropdownRenderedTable",
    ],
    ui: [
      "SurveyQuestionMatrixTable",
      "SurveyQuestionMatrixDropdownBase",
      "SurveyQuestionMatrixDropdownCell",
      "MatrixRow",
    ],
  },
  paneldynamic: {
    asked: ["paneldynamic"],
    core: ["QuestionPanelDynamicModel", "QuestionPanelDynamicItem"],
    ui: ["SurveyQuestionPanelDynamic"],
    classes: ["sd-paneldynamic"],
  },
  ranking: {
    asked: ["ranking"],
    core: ["QuestionRankingModel", "DragDropChoices"],
    ui: ["SurveyQuestionRanking", "SurveyQuestionRankingItem"],
    classes: ["sv-ranking"],
    icons: ["ranking"],
  },
  slider: {
    asked: ["slider"],
    core: ["QuestionSliderModel", "SliderLabelItemValue"],
    ui: ["SurveyQuestionSlider", "SliderLabelItem"],
    classes: ["sd-slider"],
  },
  multipletext: {
    asked: ["multipletext"],
    core: ["QuestionMultipleTextModel", "MultipleTextItemModel"],
    ui: ["SurveyQuestionMultipleText"],
    classes: ["sd-multipletext"],
  },
  uploads: { asked: [], core: ["QuestionFileModelBase"], ui: [] },
  file: {
    asked: ["file"],
    core: ["QuestionFileModel", "Camera"],
    ui: ["SurveyQuestionFile", "SurveyFileChooseButton", "SurveyFilePreview"],
    classes: ["sd-file"],
    icons: ["file-", "camera-", "flip-", "removefile"],
  },
  signaturepad: {
    asked: ["signaturepad"],
    core: ["QuestionSignaturePadModel"],
    ui: ["SurveyQuestionSignaturePad"],
    classes: ["sd-signaturepad", "sjs_sp_"],
  },
  images: {
    asked: ["image", "imagepicker", "imagemap"],
    core: ["QuestionImageModel", "QuestionImagePickerModel", "ImageItemValue", "QuestionImageMapModel", "ImageMapArea"],
    ui: ["SurveyQuestionImage", "SurveyQuestionImagePicker", "SurveyQuestionImageMap"],
    classes: ["sd-image"],
    icons: ["image-", "noimage-"],
    statements: ['Serializer.getProperty("imagepicker", "choices")'],
  },
  buttongroup: {
    asked: ["buttongroup"],
    core: ["QuestionButtonGroupModel", "ButtonGroupItemModel", "ButtonGroupItemValue"],
    ui: ["SurveyQuestionButtonGroup", "SurveyQuestionButtonGroupDropdown"],
    classes: ["sv-button-group"],
  },
  flowpanel: { asked: ["flowpanel"], core: ["FlowPanelModel"], ui: ["SurveyFlowPanel"] },
  masks: {
    asked: ["pattern", "numeric", "currency", "datetime"],
    core: ["InputMaskPattern", "InputMaskNumeric", "InputMaskCurrency", "InputMaskDateTime"],
    ui: [],
  },
};

/** Never drawn: our page brings the frame of the form itself. */
export const NEVER = "never";
export const NEVER_CLASSES = [
  "sd-progress-buttons",
  "sv_window",
  "sv_progress-toc",
  "sv-brand-info",
  "sv-save-data_root",
];
export const DROPPED = {
  core: ["SurveyWindowModel", "PopupSurveyModel"],
  ui: ["SurveyWindow", "PopupSurvey"],
} as const;

/** What must stay in the common part, whatever the next version of SurveyJS refers to. */
export const KEPT = {
  core: [
    "SurveyModel",
    "Question",
    "QuestionTextModel",
    "QuestionRadiogroupModel",
    "QuestionCheckboxModel",
    "QuestionMatrixBaseModel",
    // Every text has settings of a mask, also where nothing is masked.
    "InputMaskBase",
  ],
  ui: ["Survey", "SurveyQuestion", "SurveyQuestionText", "SurveyQuestionRadiogroup", "SurveyQuestionCheckbox"],
} as const;

/** Declarations that are replaced: the theme is a style sheet of ours, and no old theme is ever applied. */
export const REPLACED = {
  core: {
    baseTheme: "var baseTheme = {};",
    legacyCssVariables: "const legacyCssVariables = {};",
  },
  ui: {},
} as const;
