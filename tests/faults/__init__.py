"""What must hold when disks, other programs and the power do their worst."""
