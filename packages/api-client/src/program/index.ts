export { createClient, type ClientOptions, type Surface, type SurfaceRouters } from "./client";
export { createTokenStore, type Tokens, type TokenStore } from "./token-store";
