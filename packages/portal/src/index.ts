/** The portal is a set of pages, not a library: `npm run build` leaves them in `dist`, and nothing is imported from here. */
export {};
