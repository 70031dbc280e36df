"""Dates of gatherings as they are written under «Datoer»: in a cohort's file, and in a gathering's own."""
