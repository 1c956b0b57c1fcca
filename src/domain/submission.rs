//! A submission: a response frozen and handed over, its canonical content and receipt.
