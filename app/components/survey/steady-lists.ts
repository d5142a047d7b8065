import { PopupDropdownViewModel } from "survey-core";

/** What a list of choices uses to listen to scrolling; survey-core keeps it to itself. */
type Scrolled = { scrollEventCallBack: (event: Event) => void; getTargetElement: () => HTMLElement | undefined };

const steady = new WeakSet<PopupDropdownViewModel>();
const show = PopupDropdownViewModel.prototype.updateOnShowing;

/**
 * survey-core closes a list of choices as soon as anything scrolls, also when the tab key has just brought its field into
 * view: who goes on with arrow and enter without waiting would lose the choice. Here the list goes along with its field,
 * and closes once the field cannot be seen any more.
 */
PopupDropdownViewModel.prototype.updateOnShowing = function updateOnShowing(this: PopupDropdownViewModel): void {
  // Once for all showings: what begins to listen has to be what ends it.
  if (!steady.has(this)) goAlong(this);
  steady.add(this);
  show.call(this);
};

function goAlong(list: PopupDropdownViewModel): void {
  const scrolled = list as unknown as Scrolled;
  const before = scrolled.scrollEventCallBack;
  scrolled.scrollEventCallBack = (event) => {
    // On a small screen the list covers the page, and there is nothing to go along with.
    if (!list.isOverlay && isSeen(scrolled.getTargetElement(), event.target)) list.updatePosition(true, false);
    else before(event);
  };
}

/** Whether some of the field is inside what was scrolled: a frame, or the window. */
function isSeen(field: HTMLElement | undefined, scrolled: EventTarget | null): boolean {
  if (!field) return false;
  const here = field.getBoundingClientRect();
  const frame =
    scrolled instanceof Element && scrolled !== document.documentElement
      ? scrolled.getBoundingClientRect()
      : new DOMRect(0, 0, window.innerWidth, window.innerHeight);
  return here.bottom > frame.top && here.top < frame.bottom && here.right > frame.left && here.left < frame.right;
}
