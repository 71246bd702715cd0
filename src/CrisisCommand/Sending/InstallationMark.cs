namespace CrisisCommand.Sending;

/// <summary>
/// Inside the database: which one it is, and where it stood when it was last said to be the one that we serve. A copy holds the same mark
/// and stands somewhere else.
/// </summary>
/// <param name="System">PostgreSQL's own id of the server's data; empty where it is not for us to read.</param>
/// <param name="Oid">Of the database in that server.</param>
/// <param name="Timeline">Begins anew with each restore to a point in time, and with each failover.</param>
/// <param name="Releases">How often an operator has said that this is the one.</param>
/// <param name="ServedAt">When a node that sends last said so, by the database's clock.</param>
public sealed record InstallationMark(
    string Id,
    Guid Database,
    string System,
    long Oid,
    int Timeline,
    int Releases,
    DateTimeOffset? ServedAt
)
{
    public const string Key = "installation";

    public bool StandsAt(DatabaseSeen seen) => System == seen.System && Oid == seen.Oid;
}

/// <summary>Outside the database: the one that this installation served last, and how far it had come.</summary>
/// <param name="Sequence">Of its last event then; 0: there was none.</param>
public sealed record Remembered(
    Guid Database,
    string System,
    long Oid,
    int Timeline,
    int Releases,
    long Sequence,
    Guid? Tip,
    DateTimeOffset At
)
{
    public static Remembered Of(DatabaseSeen seen, DateTimeOffset at) =>
        new(seen.Mark!.Database, seen.System, seen.Oid, seen.Timeline, seen.Mark.Releases, seen.Sequence, seen.Tip, at);

    public bool IsOf(DatabaseSeen seen) => Database == seen.Mark?.Database && System == seen.System && Oid == seen.Oid;
}

/// <summary>A database as one look found it.</summary>
/// <param name="HasTip">Whether it holds the last event that is remembered of it.</param>
/// <param name="IsServed">Whether some node that sends has said so within seconds.</param>
public sealed record DatabaseSeen(
    string System,
    long Oid,
    int Timeline,
    InstallationMark? Mark,
    long Sequence,
    Guid? Tip,
    bool HasTip,
    bool IsServed
)
{
    public bool IsEmpty => Sequence == 0;
}
