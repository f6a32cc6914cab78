INSERT INTO deals AS kept (id, updated_at, deleted, record)
VALUES (
    CAST(:#id AS BIGINT),
    CAST(:#changed_at AS TIMESTAMP WITH TIME ZONE),
    CAST(:#deleted AS BOOLEAN),
    CAST(:#record AS JSON)
)
ON CONFLICT (id) DO UPDATE SET
    updated_at = excluded.updated_at,
    deleted = excluded.deleted,
    record = excluded.record
WHERE kept.updated_at <= excluded.updated_at
