// Runs anywhere, without React: errors as sentences and the typed client of programs. Browser apps use ./admin, ./public, ./canvass.
export { type ApiFailure, errorMessage, failureOf, isRefused } from "./error-text";
export { fieldErrors } from "./field-errors";
export { createClient, type ClientOptions, createTokenStore, type Tokens, type TokenStore } from "./program";
export type { AdminRouter, CanvassRouter, MediaRouter, PublicRouter } from "@cml/routers";
