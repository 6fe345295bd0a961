"""What a host needs around the application: connections, logs, metrics, workers."""
