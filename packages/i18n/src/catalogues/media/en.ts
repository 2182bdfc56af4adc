export const en = {
  errors: {
    media: {
      uploadNotFound: "That upload was not found. Upload the file again.",
      videoNotFound: "This video does not exist any more.",
      sourceNotFound: "There is nothing at this address.",
      jobGone: "This job was given to another worker, or it has ended.",
    },
  },
};
