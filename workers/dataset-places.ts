/** Folder inside a dataset that holds the store and what is being written; no part of the data. */
export const WORK_FOLDER = '.gongwen';
/** The description of a dataset, which is put in its place last. */
export const PACKAGE = 'datapackage.json';
