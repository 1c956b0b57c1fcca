//! What the presidency reads: the board, the answers a question.
