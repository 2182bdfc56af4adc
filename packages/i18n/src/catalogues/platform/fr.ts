export const fr = {
  errors: {},
};
