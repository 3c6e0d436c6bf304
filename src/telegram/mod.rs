//! The only place that names teloxide: updates in, replies out.
