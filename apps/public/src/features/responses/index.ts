export { confirmByForm, confirmReplyPage } from "./confirm-pages";
export { sentPage, shareReplyPage } from "./form-pages";
export { replyPage, upvotePage, wallPage } from "./wall-pages";
