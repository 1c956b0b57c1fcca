//! Handing a response over, and reading it afterwards.
