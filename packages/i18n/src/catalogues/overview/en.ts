export const en = {
  errors: {},
};
