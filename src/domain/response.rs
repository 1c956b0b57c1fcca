//! A response in preparation: its answers and how they are saved.
