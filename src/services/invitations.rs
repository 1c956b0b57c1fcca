//! Whom the chair invites: participants with focal points, analysts.
