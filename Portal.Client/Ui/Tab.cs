namespace Portal.Client.Ui;

/// <summary>A part of a page that has its own address.</summary>
/// <param name="Key">How the address says it; empty is the first part.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Count">How many things are in it; null says nothing.</param>
public sealed record Tab(string Key, string Text, int? Count = null);
