//! Rapporteur
