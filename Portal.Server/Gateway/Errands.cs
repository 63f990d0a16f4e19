namespace Portal.Server.Gateway;

/// <summary>Who waits for calls of API Gateway, in the order in which they are let through.</summary>
internal enum Errand
{
    /// <summary>Somebody looks at the screen.</summary>
    Person,

    /// <summary>A change set that was approved.</summary>
    Run,

    /// <summary>Nobody: the portal looks after things.</summary>
    Background,
}

/// <summary>Says on whose errand the code at hand calls; it flows with it, as who is asking does, through whatever is called in between.</summary>
internal static class Errands
{
    private static readonly AsyncLocal<Errand> Current = new();

    public static Errand Now => Current.Value;

    /// <summary>For what is called by this method from here on, until it returns or this is disposed of.</summary>
    public static IDisposable On(Errand errand)
    {
        var before = Current.Value;
        Current.Value = errand;

        return new Back(before);
    }

    private sealed class Back(Errand before) : IDisposable
    {
        public void Dispose() => Current.Value = before;
    }
}
