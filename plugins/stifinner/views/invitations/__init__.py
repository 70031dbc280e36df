"""What whoever calls people to a gathering writes to them, as text."""
