export const bareList = "/campaigns";
