export { boxImage } from "./box-image";
export { reencodeImage, type ReencodedImage, type ReencodeOptions } from "./reencode-image";
